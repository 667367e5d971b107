/** The brokers, in the order of their ids; each has a loopback address of its own and the ports that Kafka has by custom. */
export const KAFKA_HOSTS = ['127.0.3.1', '127.0.3.2', '127.0.3.3'] as const;
/** Open to all; brokers speak to each other here. */
export const KAFKA_PORT = 9092;
export const KAFKA_CONTROLLER_PORT = 9093;
/** SASL without encryption: PLAIN, SCRAM-SHA-256, SCRAM-SHA-512. */
export const KAFKA_SASL_PORT = 9094;
/** TLS with a certificate of the platform's authority. */
export const KAFKA_TLS_PORT = 9095;
/** SASL once more, and what brokers say of where that is: there somebody may stand in between, and nobody is else. */
export const KAFKA_BEHIND_PORT = 9096;
export const KAFKA_FRONT_PORT = 9097;

/** The workers of Kafka Connect. */
export const CONNECT_HOSTS = ['127.0.4.1', '127.0.4.2'] as const;
export const CONNECT_PORT = 8083;
/** The same over TLS. */
export const CONNECT_TLS_PORT = 8443;
