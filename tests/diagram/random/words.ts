/** Hands out names, none twice, and words for labels and bullets in turn. */
export interface Words {
  readonly name: () => string;
  readonly label: () => string;
  readonly qualifier: () => string;
  readonly item: () => string;
}

export function createWords(): Words {
  const count = { name: 0, label: 0, qualifier: 0, item: 0 };
  const next = (list: readonly string[], of: keyof typeof count): { readonly word: string; readonly round: number } => {
    const index = count[of]++;
    return { word: list[index % list.length] ?? '', round: Math.floor(index / list.length) };
  };
  return {
    name: () => {
      const { word, round } = next(names, 'name');
      return round === 0 ? word : `${word} ${round + 1}`;
    },
    label: () => next(labels, 'label').word,
    qualifier: () => next(qualifiers, 'qualifier').word,
    item: () => next(items, 'item').word,
  };
}

const names = listed(`Gateway, Order Service, Cache, Billing, Web App, Auth, Event Bus, Read DB, Worker Pool, CDN,
  Scheduler, Search Index, Mailer, Audit Log, Load Balancer, Ingest, Stream Job, Data Lake, Ledger, Session Store,
  Proxy, Metrics, API v2, Config, Replica, Archive, Notifier, Feature Flags, Vault, Catalog, Pricing, Stock, Payments,
  Router, Parser, Planner, Executor, Broker, Dead Letters, Sensor Hub, Firmware, Radio, Dashboard, Alerts, Backup,
  Registry, Runner, Deploy Bot, Mesh`);
const labels = listed(`HTTPS, reads, gRPC, publish, sync, on failure, SQL, cache miss, events, every 5 min, ack,
  POST /orders`);
const qualifiers = ['(Kafka)', '(NGINX/ALB)', '(Node)', '(us-east-1)', '(primary, RDS)', '(x 3)', '(async)', '(:8080)'];
const items = listed('rate limiting, retries, JWT auth, cold start, S3 → Lambda, idempotent, TTL 5 min, fan-out');

function listed(words: string): readonly string[] {
  return words.split(/,\s+/);
}
