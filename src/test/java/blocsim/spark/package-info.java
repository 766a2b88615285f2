/** Studies on a real cluster of Apache Spark, of what is packaged; only with the profile {@code spark}. */
@org.jspecify.annotations.NullMarked
package blocsim.spark;
