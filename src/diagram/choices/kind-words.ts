import type { Kind, KindTable } from '../model.ts';

/**
 * The field's common terms by kind: words and phrases of component names and technologies, lower case, singular, without
 * punctuation ("ci/cd" → "ci cd"). One row a kind, terms parted by commas, so that adding one is adding a word. A phrase that
 * says no more than its last telling word need not stand here: "kv cache" is a cache, "nat gateway" an edge.
 */
const terms: Readonly<Record<Kind, string>> = {
  client:
    'user, end user, client, customer, visitor, browser, web browser, mobile, mobile app, mobile client, web app, ' +
    'web client, ui, gui, user interface, desktop, tablet, phone, smartphone, ios, android, react, react native, ' +
    'vue, angular, svelte, flutter, spa, single page app, single page application, frontend, front end, device, ' +
    'sensor, actor, person, people, admin, administrator, operator, developer, consumer app, third party, partner, ' +
    'merchant, buyer, seller, producer, data source, event source, source, upstream, caller, requester, terminal, ' +
    'kiosk, pos, command line, cli, sdk, storefront, dashboard user, external system, internet, laptop, pc, ' +
    'workstation, tv, wearable, camera, webcam, robot, human, iphone, ipad, postman, curl, 客户端, 用户端, 用户, 浏览器, 前端, ' +
    'クライアント, ユーザー, ユーザ, ブラウザ, フロント, フロントエンド, 사용자, 클라이언트, 브라우저, cliente, usuario, navigateur, utilisateur, benutzer, ' +
    'page, web page, landing page, screen, panel, popup, dialog, viewer, ide, vs code, vscode, cursor, kubectl, ' +
    'presentation, presentation layer, presentation tier, channels, rider app, driver app, courier app, patient app, ' +
    'passenger app, customer app, user app, admin app, ctv app, telemetry source, lidar, radar, imu, gnss, gps, ' +
    'vehicle, alice, bob, carol, analyst, auditor, engineer, team, ceo, cto, cfo, coo, vp, dba, sre, team lead, ' +
    'lead, sensores, usuário, navegador, клиент, пользователь, браузер, 终端, 用户终端',
  edge:
    'cdn, cloudfront, cloudflare, akamai, fastly, edge, edge location, edge node, edge cache, edge network, edge ' +
    'server, pop, point of presence, points of presence, waf, firewall, ddos, aws shield, front door, static asset, ' +
    'public subnet, dmz, vpn, nat, internet gateway, perimeter, bastion, isp, igw, modem, fw, iptables, nftables, ' +
    'wireguard, openvpn, tls termination, 防火墙, netfilter, pfsense, cloud armor',
  routing:
    'load balancer, balancer, lb, alb, nlb, elb, glb, haproxy, nginx, envoy, traefik, kong, apigee, zuul, caddy, api ' +
    'gateway, gateway, bff, backend for frontend, router, routing, route 53, route53, dns, traffic manager, global ' +
    'traffic manager, proxy, reverse proxy, ingress, ingress controller, egress, discovery, service registry, ' +
    'consul, eureka, dispatcher, switch, rate limiter, api management, sidecar, graphql gateway, federation gateway, ' +
    'traffic director, tunnel, hub, gw, coredns, dnsmasq, keepalived, vip, metallb, f5, proxysql, pgbouncer, pgpool, ' +
    'mongos, virtual service, load balancing, transit gateway, 网关, 负载均衡, 负载均衡器, ゲートウェイ, ロードバランサ, ロードバランサー, 게이트웨이, ' +
    '로드밸런서, squid, прокси, шлюз, балансировщик, reverseproxy, mux, multiplexer',
  compute:
    'service, microservice, server, web server, app server, application server, application, app, application tier, ' +
    'api, rest api, graphql, graphql api, grpc, backend, back end, worker, job, scheduled job, cron, scheduler, ' +
    'task, function, lambda, cloud function, azure function, faas, handler, processor, stream processor, stream ' +
    'processing, batch processing, event processing, data processing, processing, consumer, controller, container, ' +
    'pod, vm, virtual machine, ec2, fargate, cloud run, app engine, instance, node, node.js, python, java, spring, ' +
    'django, rails, express, aggregate, aggregator, engine, rule engine, rules engine, workflow, orchestrator, saga, ' +
    'step function, etl, elt, pipeline, dag, transform, transformer, extract, loader, validator, validation, parser, ' +
    'crawler, scraper, ingester, spark, flink, storm, beam, dataflow, hadoop, mapreduce, emr, glue, model, ml model, ' +
    'ml training, training, inference, model server, llm, embedding, agent, retriever, ranker, renderer, resolver, ' +
    'adapter, connector, projector, projection, module, component, library, daemon, process, program, compiler, ' +
    'lexer, thread, executor, auth, auth service, authentication, authorization, identity provider, idp, oauth, ' +
    'keycloak, auth0, cognito, okta, payment gateway, stripe, auto scaling, autoscaling, auto scaling group, asg, ' +
    'monolith, business logic, builder, runner, scanner, mailer, notifier, indexer, fetcher, uploader, downloader, ' +
    'planner, optimizer, reader, writer, listener, publisher, subscriber, transcoder, encoder, decoder, mapper, ' +
    'reducer, coordinator, supervisor, verifier, middleware, event loop, game loop, gunicorn, uwsgi, uvicorn, ' +
    'tomcat, jetty, apache, php, ruby, rust, laravel, flask, fastapi, next.js, wordpress, cms, crm, erp, ldap, ' +
    'active directory, postfix, dovecot, mail server, cpu, gpu, tpu, mcu, plc, fpga, bot, chatbot, codegen, 服务, 服务器, ' +
    '应用, サーバ, サーバー, サービス, 서버, 서비스, kafka producer, kafka publisher, hubspot, ワーカー, сервер, сервис, бэкенд, servidor, ' +
    'serviço, servicio, serveur, dienst',
  messaging:
    'queue, message queue, dlq, message, message broker, broker, event bus, bus, esb, topic, stream, event hub, ' +
    'event grid, eventbridge, event bridge, kafka, msk, kinesis, rabbitmq, activemq, zeromq, nats, pulsar, mqtt, ' +
    'amqp, jms, sqs, sns, pub sub, pubsub, publish subscribe, mailbox, inbox, outbox, channel, exchange, fcm, apns, ' +
    'push notification, webhook, celery, sidekiq, ingestion, ingest, buffer, cdc, debezium, websocket, pusher, fan ' +
    'out, dead letter, mosquitto, emqx, nsq, redpanda, slack, email, smtp, ses, sendgrid, twilio, sms, mailgun, ' +
    'notification, 消息队列, 队列, キュー, 큐, mq, centrifugo, bullmq, cola de mensajes, fila de mensagens, warteschlange, ' +
    'очередь, брокер, event mesh, solace',
  cache:
    'cache, redis, memcached, memcache, elasticache, varnish, hazelcast, ehcache, caffeine, session store, in ' +
    'memory, hot path, memoizer, dax, cache storage, valkey, keydb, dragonfly, 缓存, キャッシュ, 캐시, кэш, кеш',
  store:
    'database, db, datastore, store, storage, disk, volume, table, index, repository, rds, aurora, postgres, ' +
    'postgresql, mysql, mariadb, sqlite, oracle, sql server, mssql, cockroachdb, spanner, mongodb, mongo, ' +
    'documentdb, dynamodb, cassandra, scylladb, scylla, couchdb, couchbase, hbase, bigtable, firestore, firebase, ' +
    'realm, neo4j, neptune, pinecone, weaviate, qdrant, milvus, pgvector, elasticsearch, opensearch, solr, lucene, ' +
    'meilisearch, typesense, etcd, zookeeper, s3, gcs, blob, object storage, minio, adls, nfs, efs, ebs, file ' +
    'system, filesystem, hdfs, event log, eventstore, audit log, key value, timescaledb, timeseries, time series, ' +
    'influxdb, replica, follower, shard, partition, read model, backup, archive, glacier, ledger, journal, wal, ' +
    'write ahead log, snapshot, vault, data catalog, lake, lakehouse, iceberg, parquet, bucket, file, registry, nas, ' +
    'ssd, hdd, tape, flash memory, ram, memory, memtable, sstable, namenode, datanode, name node, data node, pg, ' +
    'rocksdb, leveldb, tidb, yugabyte, foundationdb, supabase, planetscale, git repo, repo, nexus, artifactory, ' +
    'docker hub, ecr, gcr, ghcr, artifact, slave, primary, secondary, leader, key vault, 数据库, データベース, 데이터베이스, 存储, ' +
    'ストレージ, 저장소, base de datos, base de données, datenbank, elastic, timescale, hana, pvc, sram, dram, rom, eeprom, ' +
    'hbm, bronze, silver, gold, bronze layer, silver layer, gold layer, persistence, sql, sst, standby, master, ' +
    'patroni, historian, cos, oss, datahub, lago de dados, armazenamento, almacenamiento, banco de dados, stockage, ' +
    'speicher, archiv, бд, база данных, хранилище, documentstore, surrealdb, questdb',
  analytics:
    'analytics, data warehouse, warehouse, bigquery, redshift, snowflake, synapse, databricks, clickhouse, druid, ' +
    'pinot, presto, trino, athena, hive, olap, cube, business intelligence, bi, tableau, looker, powerbi, superset, ' +
    'metabase, quicksight, dashboard, report, reporting, visualization, visualisation, chart, cold path, data ' +
    'science, notebook, jupyter, segment, amplitude, mixpanel, google analytics, materialized view, insight, kpi, ' +
    'dbt, duckdb, streamlit, 分析, mart, stream analytics, lakehouse analytics',
  platform:
    'service mesh, mesh, istio, linkerd, platform, kubernetes, k8s, eks, gke, aks, ecs, docker, host, nomad, ' +
    'openshift, cluster, cloud, aws, azure, gcp, vpc, subnet, network, region, availability zone, zone, az, data ' +
    'center, datacenter, infrastructure, control plane, data plane, namespace, environment, terraform, ansible, ci, ' +
    'cd, jenkins, github actions, gitlab, argo, argocd, config server, configuration, config, feature flag, secret ' +
    'manager, iam, kms, airflow, orchestration, us east 1, us east 2, us west 1, us west 2, eu west 1, eu west 2, eu ' +
    'west 3, eu central 1, eu north 1, ap south 1, ap southeast 1, ap southeast 2, ap northeast 1, ap northeast 2, ' +
    'sa east 1, ca central 1, on prem, on premise, production, staging, prod, github, circleci, travis, spinnaker, ' +
    'flux, helm, teamcity, kernel, linux, linux kernel, userspace, user space, os, operating system, hypervisor, ' +
    'vmware, esx, proxmox, containerd, podman, systemd, kubelet, replicaset, istiod, lan, wan, vlan, 集群, helm chart, ' +
    'cross cutting concerns, vnet, resource group, secrets manager, kustomize, eventing platform, paas, baas, iaas, ' +
    'mainframe',
  observability:
    'observability, monitoring, monitor, tracing, trace, metric, logging, log, log aggregator, log aggregation, ' +
    'application log, alert, alerting, alertmanager, prometheus, grafana, loki, tempo, jaeger, zipkin, ' +
    'opentelemetry, otel, collector, datadog, new relic, splunk, elk, logstash, kibana, fluentd, fluent bit, ' +
    'fluentbit, cloudwatch, x ray, sentry, pagerduty, nagios, health check, watchdog, telemetry, statsd, audit ' +
    'logging, apm, uptime, mimir, thanos, cortex, telegraf, syslog, journald, auditd, exporter, collectd, dynatrace, ' +
    'honeycomb, audit, 监控, 日志, 監視, ログ, 모니터링, siem, pager, cloudtrail, alarm, victoriametrics, victoria metrics, ' +
    'opsgenie, мониторинг, логи',
};

/** Every kind, in the order of the table. */
export const kindNames = Object.keys(terms) as readonly Kind[];

/** Word or phrase → kind. */
export const kindWords: KindTable = Object.fromEntries(
  (Object.entries(terms) as [Kind, string][]).flatMap(([kind, list]) => list.split(', ').map((term) => [term, kind])),
);
