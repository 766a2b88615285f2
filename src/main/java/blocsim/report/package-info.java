/**
 * What a person sees of results: tables, charts, the report page and its provenance.
 *
 * <p>The only package that imports JFreeChart. Imports {@link blocsim.experiment} and what lies below.
 */
package blocsim.report;
