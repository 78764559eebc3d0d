export type { ChartBox, ChartPoint } from './charts/chart-scale.ts';
export { scalePoints } from './charts/chart-scale.ts';
export { Sparkline, type SparklineProps } from './charts/Sparkline.tsx';
export { StepChart, type StepChartProps } from './charts/StepChart.tsx';
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
export { type Announcement, type Announcer, createAnnouncer, type Urgency } from './primitives/announcer.ts';
export { Button, type ButtonProps } from './primitives/Button.tsx';
export {
  type ButtonLook,
  type ButtonSize,
  type ButtonVariant,
  buttonClass,
} from './primitives/button-class.ts';
export { Chip, type ChipProps, type ChipTone, chipClass } from './primitives/Chip.tsx';
export { CommandList, type CommandListProps, type CommandOption } from './primitives/CommandList.tsx';
export { Dialog, type DialogProps } from './primitives/Dialog.tsx';
export { type Fact, Facts, type FactsProps } from './primitives/Facts.tsx';
export type { FieldTexts } from './primitives/Field.tsx';
export { IconButton, type IconButtonProps } from './primitives/IconButton.tsx';
export { KeyCap, type KeyCapProps } from './primitives/KeyCap.tsx';
export { LiveRegion, type LiveRegionProps } from './primitives/LiveRegion.tsx';
export { Meter, type MeterProps } from './primitives/Meter.tsx';
export { NumberField, type NumberFieldProps } from './primitives/NumberField.tsx';
export { Panel, type PanelProps } from './primitives/Panel.tsx';
export { PanelNotice, type PanelNoticeProps } from './primitives/PanelNotice.tsx';
export { PasswordField, type PasswordFieldProps } from './primitives/PasswordField.tsx';
export type { PanelState } from './primitives/panel-state.ts';
export { QrCode, type QrCodeProps } from './primitives/QrCode.tsx';
export { parseQuantity } from './primitives/quantity.ts';
export { RadioGroup, type RadioGroupProps, type RadioOption } from './primitives/RadioGroup.tsx';
export { Select, type SelectOption, type SelectProps } from './primitives/Select.tsx';
export { Sheet, type SheetProps, type SheetSnap } from './primitives/Sheet.tsx';
export { Skeleton, type SkeletonProps } from './primitives/Skeleton.tsx';
export { type SkipLink, SkipLinks, type SkipLinksProps } from './primitives/SkipLinks.tsx';
export { Switch, type SwitchProps } from './primitives/Switch.tsx';
export {
  GroupRow,
  NumberCell,
  type SortDirection,
  SortHeader,
  type SortHeaderProps,
  Table,
  type TableProps,
} from './primitives/Table.tsx';
export { type Tab, Tabs, type TabsProps, tabLinkClass, tabListClass } from './primitives/Tabs.tsx';
export { TextField, type TextFieldProps } from './primitives/TextField.tsx';
export { type Toast, ToastRegion, type ToastRegionProps } from './primitives/Toasts.tsx';
export { VisuallyHidden, type VisuallyHiddenProps } from './primitives/VisuallyHidden.tsx';
