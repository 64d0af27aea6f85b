/** Looks at drawings stage by stage, one after the other: a text goes in, what every stage says of it comes out. */
import { checkDiagram, inspect, parse, stages, type Diagnostic } from '../../diagram/index.ts';

export interface Inspection {
  readonly findings: readonly Diagnostic[];
  readonly stages: readonly { readonly name: string; readonly says: string; readonly view: string }[];
}

addEventListener('message', ({ data }: MessageEvent<string>) => {
  const inspection: Inspection = {
    findings: checkDiagram(parse(data)),
    stages: stages.map(({ name, says }) => ({ name, says, view: inspect(data, name) })),
  };
  postMessage(inspection);
});
