import { largest } from '../geometry/extent.ts';
import { textWidth, type TextStyle } from '../render/picture/metrics.ts';
import { paper } from './palette.ts';
import type { Frame, Spot } from './placed.ts';

/** An element of an Excalidraw scene; the fields that all have, and those of its type. */
export type Element = Readonly<Record<string, unknown>>;

/** What an element knows of the words and arrows that are bound to it. */
export interface Reference {
  readonly id: string;
  readonly type: 'text' | 'arrow';
}

/** The fields that every element has. Straight strokes, no shake of the hand: the drawing is a plan. */
export function baseOf(
  id: string,
  type: string,
  { left, top, right, bottom }: Frame,
  groups: readonly string[],
): Element {
  return {
    id,
    type,
    x: tenth(left),
    y: tenth(top),
    width: tenth(right - left),
    height: tenth(bottom - top),
    angle: 0,
    strokeColor: paper.ink,
    backgroundColor: 'transparent',
    fillStyle: 'solid',
    strokeWidth: 1,
    strokeStyle: 'solid',
    roughness: 0,
    opacity: 100,
    groupIds: groups,
    frameId: null,
    roundness: null,
    isDeleted: false,
    boundElements: [],
    updated: 1,
    link: null,
    locked: false,
  };
}

/** Helvetica: on every machine, and in every version of Excalidraw. */
const fontFamily = 2;
const fontSize = 14;
const lineHeight = 1.25;
const style: TextStyle = { size: fontSize, face: 'regular', tracking: 0 };

/** What words take, in the widest face. */
export function textSize(text: string): { readonly width: number; readonly height: number } {
  const lines = text.split('\n');
  return {
    width: Math.ceil(
      largest(
        lines.map((line) => textWidth(line, style)),
        1,
      ),
    ),
    height: lines.length * fontSize * lineHeight,
  };
}

export interface TextSetting {
  readonly align: 'left' | 'center';
  readonly groups: readonly string[];
  /** The box or arrow that the words belong to. */
  readonly container?: string;
}

/** Words with their upper left corner at a place. */
export function textElement(
  id: string,
  text: string,
  { x, y }: Spot,
  { align, groups, container }: TextSetting,
): Element {
  const { width, height } = textSize(text);
  return {
    ...baseOf(id, 'text', { left: x, top: y, right: x + width, bottom: y + height }, groups),
    fontSize,
    fontFamily,
    text,
    textAlign: align,
    verticalAlign: container === undefined ? 'top' : 'middle',
    containerId: container ?? null,
    originalText: text,
    autoResize: true,
    lineHeight,
  };
}

export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
