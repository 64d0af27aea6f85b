#!/usr/bin/env node
import { complain } from './command.ts';
import { readRequest, type Request } from './request.ts';
import { usageOf } from './usage.ts';

/** Does what was asked for and returns the exit code. */
async function main(request: Request): Promise<number> {
  switch (request.kind) {
    case 'help':
      process.stdout.write(usageOf(request.command));
      return 0;
    case 'wrong':
      return complain(request.message);
    case 'run':
      return request.command.run(request.asked);
  }
}

// A reader that has seen enough, such as `head`, closes the pipe: that is no mistake.
process.stdout.on('error', () => process.exit());
process.exitCode = await main(readRequest(process.argv.slice(2)));
