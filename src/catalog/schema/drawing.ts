import { z } from 'astro/zod';
import { prose } from './row.ts';

/** The parts of the gallery, in the order of the page. */
export const galleryGroups = {
  hands: 'Hands',
  boxes: 'Boxes',
  groups: 'Groups',
  lines: 'Lines',
  labels: 'Labels',
  words: 'Words and trees',
  time: 'Time',
  letters: 'Letters',
  prose: 'Writing around',
  crooked: 'Crooked',
} as const;
export type GalleryGroup = keyof typeof galleryGroups;

/** A drawing of the gallery. Its name is its file name; the drawing is the listing in its body. */
export const galleryDrawingSchema = z.strictObject({
  title: prose,
  /** One sentence: what there is to see. */
  says: prose.max(200),
  group: z.enum(Object.keys(galleryGroups) as [GalleryGroup, ...GalleryGroup[]]),
  order: z.int(),
});

/**
 * The page of a rule. Its name is the id of the rule, which the engine has with severity, message and help. The first listing of
 * its body breaks the rule; a second one shows the same drawing mended by its author.
 */
export const ruleSchema = z.strictObject({
  /** When it is raised. */
  when: prose,
  /** Why it matters. */
  why: prose,
  /** What to do, beyond the help of the rule. */
  todo: prose,
  /** Where the example raises it: in the drawing, or of a rule about options in the first line of the fence. */
  raised: z.strictObject({ line: z.int().min(1), column: z.int().min(1) }),
  /** `\u{7}` in the drawing stands for a character that no file should have. */
  escaped: z.boolean().default(false),
});

export type GalleryDrawing = z.infer<typeof galleryDrawingSchema>;
export type RuleText = z.infer<typeof ruleSchema>;
