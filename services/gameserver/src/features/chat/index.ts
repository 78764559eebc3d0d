export { registerChatRoutes } from './chat.routes.ts';
export { type ChatRequest, sayInSector } from './chat.service.ts';
export { type ChatLimits, createChatLimits } from './chat-limits.ts';
export { cleanText } from './clean-text.ts';
