export { freePort, type Gateway, startGateway, testConfiguration } from './gateway/start-gateway.ts';
