/**
 * The closed lists whose values are known to the code. Lists that grow with the content (components, technologies,
 * use cases) are content themselves; the integrity check holds the two together.
 */

/** How large the load may be, from small to large: the order is the meaning. */
export const scales = ['small', 'medium', 'large'] as const;
export type Scale = (typeof scales)[number];

/** How much there is to understand and to run, from low to high. */
export const complexities = ['low', 'medium', 'high'] as const;
export type Complexity = (typeof complexities)[number];

export const categories = ['application', 'data', 'delivery', 'deployment', 'integration'] as const;
export type Category = (typeof categories)[number];

/** A draft is built and marked; a retired pattern keeps its address and names what replaced it. */
export const statuses = ['draft', 'stable', 'retired'] as const;
export type Status = (typeof statuses)[number];

/** The yardsticks of a trade-off. Their definitions are content (`content/qualities.yaml`). */
export const qualities = [
  'scalability',
  'availability',
  'latency',
  'throughput',
  'consistency',
  'cost',
  'operability',
  'security',
  'compliance',
  'deployability',
  'evolvability',
  'portability',
  'testability',
  'simplicity',
] as const;
export type Quality = (typeof qualities)[number];

export const polarities = ['pro', 'con', 'depends'] as const;
export type Polarity = (typeof polarities)[number];

/** Kinds of facts, in the order in which a page shows them. */
export const factKinds = {
  keyFeature: 'Key features',
  principle: 'Principles',
  keyPattern: 'Key patterns',
  benefit: 'Benefits',
  limitation: 'Limitations',
  consideration: 'Considerations',
  bestPractice: 'Best practices',
  performance: 'Performance',
  cost: 'Cost',
} as const;
export type FactKind = keyof typeof factKinds;

/** What a use case is to its pattern: named in the overview, stated for the pattern, or a worked example. */
export const useCaseRoles = ['headline', 'stated', 'example'] as const;
export type UseCaseRole = (typeof useCaseRoles)[number];

/** An edge is written on one page; `inverse` is how the other page tells it. */
export const relations = {
  combinesWith: { label: 'combines with', inverse: 'combines with', symmetric: true },
  alternativeTo: { label: 'alternative to', inverse: 'alternative to', symmetric: true },
  evolvesTo: { label: 'grows into', inverse: 'grows out of', symmetric: false },
  uses: { label: 'uses', inverse: 'used by', symmetric: false },
  specialises: { label: 'specialises', inverse: 'specialised by', symmetric: false },
} as const;
export type Relation = keyof typeof relations;

/** What a component is for; the diagram gives each kind a shape and an icon. */
export const componentKinds = [
  'client',
  'edge',
  'routing',
  'compute',
  'messaging',
  'cache',
  'store',
  'analytics',
  'platform',
  'observability',
] as const;
export type ComponentKind = (typeof componentKinds)[number];

/** Whose a technology is; `saas` is a service of any other vendor, `oss` also covers open standards and formats. */
export const vendors = ['aws', 'azure', 'gcp', 'oss', 'saas'] as const;
export type Vendor = (typeof vendors)[number];

/** What can be measured or counted, and in which units. */
export const metrics = {
  requestRate: { label: 'Request rate', units: ['requests/s', 'requests/month'] },
  volume: { label: 'Volume', units: ['requests', 'events'] },
  latency: { label: 'Latency', units: ['ms', 's'] },
  freshness: { label: 'Age of the data', units: ['s', 'min', 'h', 'days'] },
  cacheLifetime: { label: 'Time to live in a cache', units: ['s', 'min', 'h', 'days', 'years'] },
  cacheHitRatio: { label: 'Cache hit ratio', units: ['%'] },
  startDelay: { label: 'Start delay', units: ['ms', 's'] },
  runTime: { label: 'Run time', units: ['s', 'min'] },
  freeAllowance: { label: 'Free allowance', units: ['requests/month'] },
  instances: { label: 'Instances', units: ['instances'] },
  locations: { label: 'Locations', units: ['locations'] },
  growth: { label: 'Growth allowed for', units: ['times'] },
} as const satisfies Record<string, { label: string; units: readonly string[] }>;
export type Metric = keyof typeof metrics;

/** `between` and `fromTo` take two values: a range, and a change from the first to the second. */
export const comparisons = [
  'equals',
  'about',
  'atMost',
  'lessThan',
  'atLeast',
  'moreThan',
  'between',
  'fromTo',
] as const;
export type Comparison = (typeof comparisons)[number];
