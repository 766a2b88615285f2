/**
 * Studies on a cluster of Apache Spark; only in builds with the profile {@code spark}. Start at {@link blocsim.spark.SparkEngine}.
 *
 * <p>Imports {@link blocsim.experiment} and what lies below; alone imports Spark. Nothing imports it: it is found as a service.
 */
@org.jspecify.annotations.NullMarked
package blocsim.spark;
