package blocsim.panel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A small made-up folder of published data sets. */
public final class SourceFolder {
    private SourceFolder() {}

    /** Writes the folder: three states, a few years. */
    public static void write(Path folder) throws IOException {
        plain(folder, "countries.csv", """
                iso3,iso2,iso_num,cow_code,gw_code,name,continent,subregion,cow_state_2016,capital,capital_lat,capital_lon
                AAA,AA,1,1,1,Aland & Co,Europe,Northern Europe,1,A,10,20
                BBB,BB,2,2,2,Beland,Asia,Central Asia,1,B,,
                CCC,CC,3,3,3,"Celand, Upper",Asia,Central Asia,1,C,-10.5,20
                DDD,DD,4,4,4,Nowhere,Asia,Central Asia,1,D,0,0
                """);
        plain(folder, "macro.csv", """
                year,iso3,gdp_usd,population,cinc,nmc_milex_kusd,v2x_polyarchy
                1994,AAA,1,1,1,1,1
                1995,AAA,1000.6,10.0,0.12345678,1,0.5004
                1997,AAA,3000,,,1,
                1995,BBB,2000,20,0,1,0.25
                """);
        plain(folder, "unga_ideal_points.csv", "year,iso3,ideal_point\n1996,BBB,-0.12345\n");
        gzip(folder, "trade_dyadic.csv.gz", """
                year,exporter_iso3,importer_iso3,value_usd_millions,source
                1994,AAA,BBB,5,COW
                1995,BBB,AAA,1000,COW
                1995,AAA,BBB,234.56,COW
                1996,AAA,CCC,0,COW
                1996,AAA,BBB,0.0004,BACI
                1997,CCC,BBB,0.123,BACI
                """);
        gzip(folder, "igo_membership.csv.gz", """
                year,igo,iso3,status
                1995,UN,AAA,1
                1995,UN,BBB,1
                1995,UN,CCC,1
                1995,UN,EEE,1
                1995,UN,FFF,1
                1995,NATO,AAA,1
                1995,NATO,CCC,1
                1995,TWO,AAA,1
                1995,TWO,BBB,2
                1995,TWO,CCC,3
                1995,ONE,AAA,1
                """);
        plain(folder, "contiguity.csv", """
                iso3_a,iso3_b,conttype,from_date,to_date
                AAA,BBB,1,1990-01-01,2016-12-01
                AAA,CCC,2,1990-01-01,2016-12-01
                BBB,CCC,1,1990-01-01,2000-01-01
                """);
        gzip(folder, "distance.csv.gz", """
                iso3_a,iso3_b,capital_km,border_min_km_2019
                AAA,BBB,100,0
                AAA,CCC,900,300
                BBB,CCC,900,300.1
                """);
        plain(folder, "alliances.csv", """
                iso3_a,iso3_b,from_year,to_year,defense,offense,neutral,nonagg,consul
                BBB,CCC,1990,1994,1,0,0,0,0
                AAA,CCC,1990,2018,1,0,0,0,1
                AAA,BBB,1990,2000,0,0,0,1,0
                """);
        plain(folder, "rivalries.csv", """
                iso3_a,iso3_b,from_year,to_year,positional,spatial,ideological,interventionary,rivalry
                BBB,CCC,1950,2020,0,1,0,0,B-C
                """);
        plain(folder, "sanctions_eusanct_country_year.csv", """
                year,iso3,eu,us,un,econ_eu_sanc
                1994,BBB,1,1,1,1
                2015,BBB,0,1,0,0
                """);
        plain(folder, "ladder_history.csv", """
                bloc,iso3,status,from_date,event,source,decision_date,date_precision,check
                XYZ,BBB,partner,2000-01-01,"signed, at last",page 1,,day,page
                XYZ,AAA,member,1990-01-01,founded,page 1,,day,page
                """);
        plain(folder, "applications.csv", """
                bloc,iso3,rung_sought,applied_date,date_precision,outcome,outcome_date,objector_iso3,objection_kind,note,source,check
                XYZ,BBB,partner,1999-01-01,year,approved,2000-01-01,,none,,page 1,page
                """);
        plain(folder, "decisions.csv", "bloc,iso3,from_status,to_status,decided\nXYZ,BBB,none,partner,2000-01-01\n");
        plain(folder, "bloc_rules_dated.csv", """
                bloc,from_date,rule,description,source,check
                XYZ,1990-01-01,decision_rule,all agree,page 1,memory
                """);
    }

    private static void plain(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static void gzip(Path folder, String name, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
