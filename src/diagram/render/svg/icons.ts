import type { Kind } from '../../model.ts';

/*
 * From lucide-static 1.62.0 (https://lucide.dev), drawn as one path each and scaled.
 * ISC License. Copyright (c) 2026 Lucide Icons and Contributors.
 * Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
 * provided that the above copyright notice and this permission notice appear in all copies. THE SOFTWARE IS PROVIDED "AS IS"
 * AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY
 * AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY
 * DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER
 * TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.
 * "database", "layers" and "server" derive from Feather: The MIT License (MIT), Copyright (c) 2013-present Cole Bemis.
 * Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
 * files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
 * modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, subject to this notice being included
 * in all copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND.
 */

/** Stroked paths on a grid of 18 by 18: theirs of 24 made smaller, so that the stylesheet's stroke is the stroke. */
export const icons: Readonly<Record<Kind, string>> = {
  // users
  client:
    'M12 15.75v-1.5a3 3 0 0 0-3-3H4.5a3 3 0 0 0-3 3v1.5M12 2.35a3 3 0 0 1 0 5.81M16.5 15.75v-1.5a3 3 0 0 0-2.25-2.9M3.75 5.25a3 3 0 1 0 6 0 3 3 0 1 0-6 0',
  // globe
  edge: 'M1.5 9a7.5 7.5 0 1 0 15 0 7.5 7.5 0 1 0-15 0M9 1.5a10.88 10.88 0 0 0 0 15 10.88 10.88 0 0 0 0-15M1.5 9h15',
  // signpost
  routing:
    'M9 9.75v6M9 2.25v2.25M1.77 7.77a.91 .91 0 0 1 0-1.28l1.55-1.54A1.5 1.5 0 0 1 4.37 4.5h9.26a1.5 1.5 0 0 1 1.06 .44l1.55 1.55a.91 .91 0 0 1 0 1.28l-1.54 1.55a1.5 1.5 0 0 1-1.06 .44H4.37a1.5 1.5 0 0 1-1.06-.44z',
  // server
  compute:
    'M3 1.5h12a1.5 1.5 0 0 1 1.5 1.5v3a1.5 1.5 0 0 1-1.5 1.5H3a1.5 1.5 0 0 1-1.5-1.5V3a1.5 1.5 0 0 1 1.5-1.5zM3 10.5h12a1.5 1.5 0 0 1 1.5 1.5v3a1.5 1.5 0 0 1-1.5 1.5H3a1.5 1.5 0 0 1-1.5-1.5v-3a1.5 1.5 0 0 1 1.5-1.5zM4.5 4.5h.01M4.5 13.5h.01',
  // inbox
  messaging:
    'M16.5 9h-4.5l-1.5 2.25h-3l-1.5-2.25H1.5M4.09 3.83 1.5 9v4.5a1.5 1.5 0 0 0 1.5 1.5h12a1.5 1.5 0 0 0 1.5-1.5v-4.5l-2.59-5.17A1.5 1.5 0 0 0 12.57 3H5.43a1.5 1.5 0 0 0-1.34 .83z',
  // zap
  cache:
    'M11.94 3a1.12 1.12 0 0 0-1.86-1.17l-6.75 6.75A1.12 1.12 0 0 0 4.12 10.5h3a.38 .38 0 0 1 .35 .5L6.06 15a1.12 1.12 0 0 0 1.86 1.17l6.75-6.75A1.12 1.12 0 0 0 13.88 7.5h-3a.38 .38 0 0 1-.35-.5z',
  // database
  store:
    'M2.25 3.75a6.75 2.25 0 1 0 13.5 0 6.75 2.25 0 1 0-13.5 0M2.25 3.75v10.5a6.75 2.25 0 0 0 13.5 0V3.75M2.25 9a6.75 2.25 0 0 0 13.5 0',
  // chart-column
  analytics: 'M2.25 2.25v12a1.5 1.5 0 0 0 1.5 1.5h12M13.5 12.75V6.75M9.75 12.75V3.75M6 12.75v-2.25',
  // layers
  platform:
    'M9.62 1.64a1.5 1.5 0 0 0-1.24 0L1.95 4.56a.75 .75 0 0 0 0 1.37l6.44 2.93a1.5 1.5 0 0 0 1.24 0l6.44-2.92a.75 .75 0 0 0 0-1.37zM1.5 9a.75 .75 0 0 0 .43 .68l6.45 2.93a1.5 1.5 0 0 0 1.24 0l6.44-2.92A.75 .75 0 0 0 16.5 9M1.5 12.75a.75 .75 0 0 0 .43 .68l6.45 2.93a1.5 1.5 0 0 0 1.24 0l6.44-2.92A.75 .75 0 0 0 16.5 12.75',
  // activity
  observability:
    'M16.5 9h-1.86a1.5 1.5 0 0 0-1.45 1.09l-1.76 6.27a.19 .19 0 0 1-.36 0L6.93 1.64a.19 .19 0 0 0-.36 0l-1.76 6.27A1.5 1.5 0 0 1 3.37 9H1.5',
};
