"use client";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "./button";
import { droppedFiles } from "./dropped-files";

/** The attribute is everywhere, and in no standard that the types follow. */
const wholeFolder = { webkitdirectory: "" };

type FileDropProps = {
  id: string;
  /** Says what to bring: "Drop documents here". */
  label: string;
  /** Kinds and limits in words. */
  help: ReactNode;
  /** As of the input element: ".pdf,.txt". */
  accept?: string;
  multiple?: boolean;
  /** Offers to choose a whole folder as well. */
  folders?: boolean;
  disabled?: boolean;
  onFiles: (files: readonly File[]) => void;
};

/** A place to drop files, with a button that does the same by keyboard. Dropped files are not filtered by `accept`: say so when one is refused. */
export const FileDrop = ({ id, label, help, accept, multiple = true, folders = false, disabled = false, onFiles }: FileDropProps) => {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const folder = useRef<HTMLInputElement>(null);
  const take = (files: readonly File[]) => {
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
        // Where a folder cannot be opened, the files beside it are still there.
        const plain = Array.from(event.dataTransfer.files);
        void droppedFiles(event.dataTransfer).then(take, () => take(plain));
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
          take(Array.from(event.currentTarget.files ?? []));
          event.currentTarget.value = "";
        }}
      />
      {folders ? (
        <input
          ref={folder}
          type="file"
          className="vh"
          tabIndex={-1}
          aria-hidden="true"
          {...wholeFolder}
          disabled={disabled}
          onChange={(event) => {
            // A folder brings its hidden files as well.
            take(Array.from(event.currentTarget.files ?? []).filter(({ name }) => !name.startsWith(".")));
            event.currentTarget.value = "";
          }}
        />
      ) : null}
      <div className="row">
        <Button disabled={disabled} onClick={() => input.current?.click()}>
          {multiple ? "Choose files" : "Choose a file"}
        </Button>
        {folders ? (
          <Button disabled={disabled} onClick={() => folder.current?.click()}>
            Choose a folder
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
};
