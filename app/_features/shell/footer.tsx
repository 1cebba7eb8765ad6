type FooterProps = { version: string };

/** The last line of a page. */
export const Footer = ({ version }: FooterProps) => (
  <footer className="foot">
    <div>
      <span>Variorum {version}</span>
      <span>Times are UTC.</span>
      <a href="/api/health">State of the program</a>
    </div>
  </footer>
);
