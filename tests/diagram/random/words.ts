/** Hands out names, none twice, and words for labels and bullets in turn. */
export interface Words {
  readonly name: () => string;
  readonly label: () => string;
  readonly qualifier: () => string;
  readonly item: () => string;
}

/** `wide` words mix scripts: letters of two columns, marks that take none, pictures. */
export function createWords(kind: 'plain' | 'wide' = 'plain'): Words {
  const count = { name: 0, label: 0, qualifier: 0, item: 0 };
  const next = (list: readonly string[], of: keyof typeof count): { readonly word: string; readonly round: number } => {
    const index = count[of]++;
    return { word: list[index % list.length] ?? '', round: Math.floor(index / list.length) };
  };
  return {
    name: () => {
      const { word, round } = next(kind === 'wide' ? wideNames : names, 'name');
      return round === 0 ? word : `${word} ${round + 1}`;
    },
    label: () => next(kind === 'wide' ? wideLabels : labels, 'label').word,
    qualifier: () => next(qualifiers, 'qualifier').word,
    item: () => next(kind === 'wide' ? wideItems : items, 'item').word,
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

const wideNames = listed(`订单服务, Gateway, 用户 Portal, 🚀 Deploy, Café, ゲートウェイ, 📦 Orders, 결제, Données, 缓存,
  Search 🔍, Nai\u0308ve Cache, データ基盤, Größe, ✅ Review, 消息队列, Ledger, 🇫🇷 Edge, 검색 색인, Vault`);
const wideLabels = listed('写入, HTTPS, 読み取り, événements, 이벤트, reads 📖, après 5 min, 同步');
const wideItems = listed('限流, retries, 再試行, clé d’accès, 캐시, rate 📈, TTL 5 分, e\u0301tat');

function listed(words: string): readonly string[] {
  return words.split(/,\s+/);
}
