import type { ReactNode } from 'react';
import { Component } from 'react';

interface SceneBoundaryProps {
  readonly onFail: () => void;
  readonly children: ReactNode;
}

interface SceneBoundaryState {
  readonly hasFailed: boolean;
}

/** A picture that cannot be drawn must not take the cockpit with it: it leaves the plate. */
export class SceneBoundary extends Component<SceneBoundaryProps, SceneBoundaryState> {
  override state: SceneBoundaryState = { hasFailed: false };

  static getDerivedStateFromError(): SceneBoundaryState {
    return { hasFailed: true };
  }

  override componentDidCatch(): void {
    this.props.onFail();
  }

  override render(): ReactNode {
    return this.state.hasFailed ? null : this.props.children;
  }
}
