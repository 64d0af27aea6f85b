import { withAnswers } from './answers.ts';
import { readBoxes } from './box-text.ts';
import type { Findings } from '../findings.ts';
import { finishBoxes, finishNets } from './finish.ts';
import { drawnInto, insteadOfLines, labelsOf, netIndex } from './label-drafts.ts';
import { attachBlocks, blocksOf } from './labels.ts';
import { findExplanations } from './explanations.ts';
import type { Caption, Diagram } from '../model.ts';
import { netsOf } from './net-drafts.ts';
import { doubtsOf, looseOf, repairsOf } from './oddities.ts';
import { ownersOf } from './owners.ts';
import { cutShared } from './shared-blocks.ts';
import { joinSpaced } from '../writing/spacing.ts';
import { columnHeads, freeRuns, groupTitles, isOverLifelines, lineOf, placeRest, proseOf } from './placing.ts';

/** Gives every run of writing its owner and makes the diagram. */
export function assemble(found: Findings): Diagram {
  const explanations = findExplanations(found);
  const nets = netsOf(found, explanations);
  const netAt = netIndex(nets);
  const inLine = [...drawnInto(found, netAt), ...insteadOfLines(nets)];
  const free = freeRuns(found, new Set([...explanations.runs, ...inLine.flatMap(({ runs }) => runs)]));
  const heads = columnHeads(found, free);
  const titles = groupTitles(
    found,
    free.filter((run) => !heads.has(run)),
  );
  const untitled = free.filter((run) => !titles.has(run));
  const remarks = new Set([...explanations.headings, ...untitled.filter((run) => isOverLifelines(found, run))]);
  const blocks = cutShared(blocksOf(joinSpaced(untitled, found), remarks), found, netAt);
  const labelling = blocks.filter(({ runs: [run] }) => !run || !remarks.has(run));
  const attached = withAnswers(attachBlocks(labelling, found, netAt), found.lines);
  const labels = labelsOf(inLine, attached);
  const labelled = new Set(labels.flatMap(({ runs }) => runs));
  const given = new Set(attached.map(({ block }) => block));
  const { captions, groupText, notes } = placeRest(
    found,
    blocks.filter((block) => !given.has(block)),
    titles,
    explanations.words,
    heads,
  );

  const drafts = readBoxes(found, explanations.words, groupText);
  const { boxes, idOf } = finishBoxes(drafts);
  const finished = finishNets(found, nets, labels, idOf);
  const prose = proseOf(found, notes, explanations.rows);
  return {
    grid: found.grid,
    boxes,
    ...finished,
    captions: captions.map(({ runs }): Caption => ({ lines: runs.map((run) => lineOf(run, 'title')) })),
    notes: prose.text,
    noteSpans: prose.spans,
    loose: looseOf(found, nets, idOf),
    repairs: repairsOf(found, nets, idOf),
    doubts: doubtsOf(found, nets, attached),
    owners: ownersOf(found, { nets, explanations, labelled, drafts, captions, noteSpans: prose.spans }),
  };
}
