/**
 * The data panel: figures of states and pairs of states by year, and the dated record of statuses, requests and rules.
 *
 * <p>Start at {@link blocsim.panel.Panel}, which reads the compact tables of the resources, and
 * {@link blocsim.panel.PanelBuilder}, which derives them from the published data. What each table is, where it comes
 * from and on what terms it stands here is in {@code tables.csv}, and for people in {@code LICENCES.md}.
 *
 * <p>Imports {@link blocsim.input} only.
 */
package blocsim.panel;
