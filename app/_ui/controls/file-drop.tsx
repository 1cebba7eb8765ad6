"use client";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "./button";

type FileDropProps = {
  id: string;
  /** Says what to bring: "Drop documents here". */
  label: string;
  /** Kinds and limits in words. */
  help: ReactNode;
  /** As of the input element: ".pdf,.txt". */
  accept?: string;
  multiple?: boolean;
  disabled?: boolean;
  onFiles: (files: readonly File[]) => void;
};

/** A place to drop files, with a button that does the same by keyboard. Dropped files are not filtered by `accept`: say so when one is refused. */
export const FileDrop = ({ id, label, help, accept, multiple = true, disabled = false, onFiles }: FileDropProps) => {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (list: FileList | null) => {
    const files = Array.from(list ?? []);
    if (files.length > 0 && !disabled) onFiles(multiple ? files : files.slice(0, 1));
  };
  return (
    <fieldset
      className="drop"
      data-over={over || undefined}
      aria-describedby={`${id}-help`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(!disabled);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <legend className="vh">{label}</legend>
      <span className="drop__lead" aria-hidden="true">
        {label}
      </span>
      <span className="meta" id={`${id}-help`}>
        {help}
      </span>
      <input
        ref={input}
        id={id}
        type="file"
        className="vh"
        tabIndex={-1}
        aria-hidden="true"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
      <Button disabled={disabled} onClick={() => input.current?.click()}>
        {multiple ? "Choose files" : "Choose a file"}
      </Button>
    </fieldset>
  );
};
