"use client";
import { type ReactNode, useEffect, useId, useRef } from "react";

type DialogProps = {
  open: boolean;
  title: ReactNode;
  children: ReactNode;
  /** Buttons in one row, the `go` first. */
  actions: ReactNode;
  /** Called by Escape too. Without it the dialog cannot be left except by its actions. */
  onClose?: () => void;
};

/** Only where the page cannot go on: a decision that cannot be taken back, a session that has ended. */
export const Dialog = ({ open, title, children, actions, onClose }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <div className="dialog__stack">
        <h2 className="dialog__title" id={id}>
          {title}
        </h2>
        <div className="dialog__stack">{children}</div>
        <div className="row">{actions}</div>
      </div>
    </dialog>
  );
};
