import type { ReportAddress } from "@/lib/views/report-view";
import { PrintedPage } from "../printed-page";

export default function BlankPage({ params }: { params: Promise<{ locale: string } & ReportAddress> }) {
  return <PrintedPage params={params} isBlank />;
}
