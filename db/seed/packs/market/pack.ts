import type { PackDefinitionInput } from "@/server/research/categories/schema";
import { identityOwnership } from "./01-identity-ownership";
import { products } from "./02-products";
import { financials } from "./03-financials";
import { marketSize } from "./04-market-size";
import { competitors } from "./05-competitors";
import { customersPricing } from "./06-customers-pricing";
import { regulationLegal } from "./07-regulation-legal";
import { people } from "./08-people";
import { newsEvents } from "./09-news-events";
import { risks } from "./10-risks";

export const market: PackDefinitionInput = {
  slug: "market",
  name: "Company and market",
  description: "A company in its market: ten categories from ownership to risks, with filings before company, press and aggregators.",
  subjectNoun: "company",
  subjectKind: "company",
  categories: [identityOwnership, products, financials, marketSize, competitors, customersPricing, regulationLegal, people, newsEvents, risks],
};
