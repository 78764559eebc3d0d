export * from './format/numbers.ts';
export * from './format/times.ts';
export { CommodityGlyph, type CommodityGlyphProps } from './glyphs/CommodityGlyph.tsx';
export { COMMODITY_KEYS, type CommodityKey, isCommodityKey } from './glyphs/commodity-glyphs.ts';
export { Glyph, type GlyphProps } from './glyphs/Glyph.tsx';
export { LogoMark, type LogoProps, Wordmark } from './glyphs/Logo.tsx';
export type { ObjectKind } from './glyphs/sector-glyphs.ts';
export { ObjectGlyph, SectorGlyph, ShipGlyph } from './glyphs/signs.tsx';
export { HoldCells, type HoldCellsProps } from './instruments/HoldCells.tsx';
export type { HoldSegment } from './instruments/hold-layout.ts';
export { PriceRule, type PriceRuleProps } from './instruments/PriceRule.tsx';
export { Reticle, type ReticleProps } from './instruments/Reticle.tsx';
export { TradeCode, type TradeCodeProps, type TradeSide, type TradeSides } from './instruments/TradeCode.tsx';
export { TurnRuler, type TurnRulerProps } from './instruments/TurnRuler.tsx';
export { Button, type ButtonProps } from './primitives/Button.tsx';
export {
  type ButtonLook,
  type ButtonSize,
  type ButtonVariant,
  buttonClass,
} from './primitives/button-class.ts';
export { IconButton, type IconButtonProps } from './primitives/IconButton.tsx';
export { KeyCap, type KeyCapProps } from './primitives/KeyCap.tsx';
export { Panel, type PanelProps } from './primitives/Panel.tsx';
export { PanelNotice, type PanelNoticeProps } from './primitives/PanelNotice.tsx';
export type { PanelState } from './primitives/panel-state.ts';
export { Skeleton, type SkeletonProps } from './primitives/Skeleton.tsx';
export { VisuallyHidden, type VisuallyHiddenProps } from './primitives/VisuallyHidden.tsx';
