/**
 * What a person sees of results: charts, the report page and the sentences on it.
 *
 * <p>The only package that imports JFreeChart, Batik and AWT. A chart is a record of its figures ({@link
 * blocsim.report.RungChart} and its like) and knows nothing of the engine; {@link blocsim.report.Drawing} makes an SVG
 * or a PNG of it, {@link blocsim.report.HtmlReport} a page of a {@link blocsim.report.ReportModel}. Start reading at
 * {@link blocsim.report.Chart}.
 */
@NullMarked
package blocsim.report;

import org.jspecify.annotations.NullMarked;
