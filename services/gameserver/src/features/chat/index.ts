export { registerChatRoutes } from './chat.routes.ts';
export { sayInSector } from './chat.service.ts';
export { createChatLimits } from './chat-limits.ts';
export { cleanText } from './clean-text.ts';
