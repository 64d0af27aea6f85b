import type { Diagram } from '../../../src/diagram/model.ts';
import { sketch, type BoxSketch, type NetSketch, type Place } from './sketch.ts';

const down = (from: Place, to: Place, tail: string, head: string): NetSketch => ({
  runs: [[from, to]],
  ends: [
    { at: from, go: 'up', box: tail },
    { at: to, go: 'down', box: head, head: 'arrow' },
  ],
});

const cqrs = (): Diagram =>
  sketch(
    [
      { id: 'client', at: [0, 0, 2, 66], lines: ['CLIENT'] },
      { id: 'command', at: [6, 4, 9, 21], lines: ['COMMAND API', '(Write Model)'] },
      { id: 'query', at: [6, 32, 9, 53], lines: ['QUERY API', '(Read Model)'] },
      { id: 'handler', at: [12, 4, 15, 21], lines: ['Command', 'Handler'] },
      {
        id: 'reader',
        at: [12, 32, 19, 53],
        lines: ['Query Handler', '', '- Optimized for', '  fast reads', '- Denormalized', '- Cached'],
      },
      {
        id: 'write',
        at: [18, 4, 25, 21],
        lines: ['Write DB', '(PostgreSQL)', '', '- Normalized', '- ACID', '- Source of', '  Truth'],
      },
      {
        id: 'read',
        at: [23, 32, 30, 53],
        lines: ['Read DB', '(MongoDB/ES)', '', '- Denormalized', '- Eventually', '  Consistent'],
      },
      { id: 'store', at: [30, 4, 33, 21], lines: ['Event Store', '(Kafka)'] },
    ],
    [
      {
        ...down([2, 13], [6, 13], 'client', 'command'),
        label: { lines: ['WRITE (Commands)'], at: [4, 15], run: 0, side: 'right' },
      },
      {
        ...down([2, 42], [6, 42], 'client', 'query'),
        label: { lines: ['READ (Queries)'], at: [4, 44], run: 0, side: 'right' },
      },
      down([9, 13], [12, 13], 'command', 'handler'),
      down([9, 42], [12, 42], 'query', 'reader'),
      down([15, 13], [18, 13], 'handler', 'write'),
      down([19, 42], [23, 42], 'reader', 'read'),
      down([25, 13], [30, 13], 'write', 'store'),
      {
        runs: [
          [
            [33, 13],
            [36, 13],
          ],
          [
            [36, 13],
            [36, 42],
          ],
          [
            [30, 42],
            [36, 42],
          ],
        ],
        ends: [
          { at: [33, 13], go: 'up', box: 'store' },
          { at: [30, 42], go: 'up', box: 'read', head: 'arrow' },
        ],
        label: { lines: ['Events'], at: [35, 17], run: 1, side: 'above' },
      },
    ],
  );

const regions = (): Diagram =>
  sketch(
    [
      {
        id: 'group',
        at: [0, 0, 12, 60],
        lines: ['CDN Edge Locations', '(150+ Points of Presence)'],
        holds: ['west', 'east', 'asia'],
      },
      { id: 'west', at: [5, 3, 8, 14], lines: ['US-West', 'Edge'], parent: 'group' },
      { id: 'east', at: [5, 17, 8, 28], lines: ['US-East', 'Edge'], parent: 'group' },
      { id: 'asia', at: [5, 45, 8, 56], lines: ['Asia', 'Edge'], parent: 'group' },
      {
        id: 'shield',
        at: [17, 10, 24, 34],
        lines: ['Origin Shield', '(Regional Cache)', '', '- Reduces origin', '  load', '- Collapses requests'],
      },
      {
        id: 'origin',
        at: [27, 10, 33, 34],
        lines: ['Origin Servers', '', 'Static:   Dynamic:', 'S3/GCS    App Servers', '          + Database'],
        dividers: [29],
      },
    ],
    [
      {
        runs: [
          [
            [8, 8],
            [15, 8],
          ],
          [
            [15, 8],
            [15, 22],
          ],
          [
            [8, 22],
            [17, 22],
          ],
        ],
        ends: [
          { at: [8, 8], go: 'up', box: 'west' },
          { at: [8, 22], go: 'up', box: 'east' },
          { at: [17, 22], go: 'down', box: 'shield', head: 'arrow' },
        ],
        joints: [[15, 22]],
        label: { lines: ['Cache', 'Miss'], at: [13, 24], run: 2, side: 'right' },
      },
      {
        runs: [
          [
            [8, 50],
            [15, 50],
          ],
        ],
        ends: [
          { at: [8, 50], go: 'up', box: 'asia' },
          { at: [15, 50], go: 'down' },
        ],
      },
      down([24, 22], [27, 22], 'shield', 'origin'),
    ],
  );

const cells = (): Diagram =>
  sketch(
    [
      { id: 'sources', at: [0, 0, 4, 63], lines: ['DATA SOURCES'], holds: ['web', 'mobile', 'iot', 'logs'] },
      { id: 'web', at: [2, 0, 4, 13], lines: ['Web Clicks'], parent: 'sources', shape: 'cell' },
      { id: 'mobile', at: [2, 13, 4, 29], lines: ['Mobile Events'], parent: 'sources', shape: 'cell' },
      { id: 'iot', at: [2, 29, 4, 43], lines: ['IoT Sensors'], parent: 'sources', shape: 'cell' },
      { id: 'logs', at: [2, 43, 4, 63], lines: ['Application Logs'], parent: 'sources', shape: 'cell' },
      {
        id: 'ingest',
        at: [9, 10, 16, 44],
        lines: ['Ingestion Layer', '(Kafka, Kinesis)', '', '- High throughput', '- Durable storage', '- Partitioning'],
      },
      { id: 'a', at: [21, 0, 25, 15], lines: ['Stream', 'Processing', '(Flink/Storm)'] },
      { id: 'b', at: [21, 17, 25, 32], lines: ['Stream', 'Processing', '(Spark)'] },
      { id: 'c', at: [21, 34, 25, 49], lines: ['Batch', 'Processing'] },
      { id: 'hot', at: [31, 0, 36, 15], lines: ['Hot Path', '', 'Redis/', 'DynamoDB'] },
    ],
    [
      {
        runs: [
          [
            [4, 7],
            [6, 7],
          ],
          [
            [6, 7],
            [6, 54],
          ],
          [
            [4, 19],
            [9, 19],
          ],
          [
            [4, 36],
            [9, 36],
          ],
          [
            [4, 54],
            [6, 54],
          ],
        ],
        ends: [
          { at: [4, 7], go: 'up', box: 'web' },
          { at: [4, 19], go: 'up', box: 'mobile' },
          { at: [4, 36], go: 'up', box: 'iot' },
          { at: [4, 54], go: 'up', box: 'logs' },
          { at: [9, 19], go: 'down', box: 'ingest', head: 'arrow' },
          { at: [9, 36], go: 'down', box: 'ingest', head: 'arrow' },
        ],
        joints: [
          [6, 19],
          [6, 36],
        ],
      },
      {
        runs: [
          [
            [16, 25],
            [21, 25],
          ],
          [
            [18, 8],
            [18, 42],
          ],
          [
            [18, 8],
            [21, 8],
          ],
          [
            [18, 42],
            [21, 42],
          ],
        ],
        ends: [
          { at: [16, 25], go: 'up', box: 'ingest' },
          { at: [21, 8], go: 'down', box: 'a', head: 'arrow' },
          { at: [21, 25], go: 'down', box: 'b', head: 'arrow' },
          { at: [21, 42], go: 'down', box: 'c', head: 'arrow' },
        ],
        joints: [[18, 25]],
      },
      {
        ...down([25, 8], [31, 8], 'a', 'hot'),
        label: { lines: ['Real-time', '(<1 sec)'], at: [27, 10], run: 0, side: 'right' },
      },
    ],
  );

const small = (id: string, row: number, column: number, words: string): BoxSketch => ({
  id,
  at: [row, column, row + 2, column + words.length + 8],
  lines: [words],
});

const crossing = (): Diagram =>
  sketch(
    [
      small('a', 5, 0, 'A'),
      small('b', 5, 26, 'B'),
      small('c', 0, 13, 'Redis'),
      small('d', 10, 13, 'Redis'),
      small('e', 15, 0, 'Worker'),
      small('f', 20, 0, 'API'),
      small('g', 20, 30, 'Audit log'),
    ],
    [
      {
        runs: [
          [
            [6, 9],
            [6, 26],
          ],
        ],
        ends: [
          { at: [6, 9], go: 'left', box: 'a' },
          { at: [6, 26], go: 'right', box: 'b', head: 'arrow' },
        ],
      },
      down([2, 19], [10, 19], 'c', 'd'),
      {
        runs: [
          [
            [16, 14],
            [16, 22],
          ],
          [
            [16, 22],
            [18, 22],
          ],
          [
            [18, 7],
            [18, 22],
          ],
          [
            [17, 7],
            [18, 7],
          ],
        ],
        ends: [
          { at: [16, 14], go: 'left', box: 'e' },
          { at: [17, 7], go: 'up', box: 'e', head: 'arrow' },
        ],
        label: { lines: ['retry'], at: [19, 12], run: 2, side: 'below' },
      },
      {
        runs: [
          [
            [21, 11],
            [21, 30],
          ],
        ],
        ends: [
          { at: [21, 11], go: 'left', box: 'f', head: 'arrow' },
          { at: [21, 30], go: 'right', box: 'g', head: 'arrow' },
        ],
        style: 'dashed',
        label: { lines: ['gRPC'], at: [21, 18], run: 0, side: 'on' },
      },
    ],
  );

const words = (): Diagram =>
  sketch(
    [
      { id: 'a', at: [0, 0, 0, 6], lines: ['Browser'], shape: 'words' },
      { id: 'b', at: [0, 12, 0, 14], lines: ['API'], shape: 'words' },
      { id: 'c', at: [0, 20, 0, 27], lines: ['Postgres'], shape: 'words' },
    ],
    [
      {
        runs: [
          [
            [0, 8],
            [0, 10],
          ],
        ],
        ends: [
          { at: [0, 8], go: 'left', box: 'a' },
          { at: [0, 10], go: 'right', box: 'b', head: 'arrow' },
        ],
      },
      {
        runs: [
          [
            [0, 16],
            [0, 18],
          ],
        ],
        ends: [
          { at: [0, 16], go: 'left', box: 'b' },
          { at: [0, 18], go: 'right', box: 'c' },
        ],
      },
    ],
  );

/** Drawings by what they show. */
export const sketches = { cqrs, regions, cells, crossing, words };
