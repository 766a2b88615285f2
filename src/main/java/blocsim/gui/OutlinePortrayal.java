package blocsim.gui;

import blocsim.report.Theme;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.util.function.Supplier;
import sim.portrayal.DrawInfo2D;
import sim.portrayal.FieldPortrayal2D;

/** Draws the outlines of countries under a network. */
final class OutlinePortrayal extends FieldPortrayal2D {
    private final Supplier<Ground> ground;
    private final double width;

    /** @param width of the ground in pixels at a scale of one */
    OutlinePortrayal(Supplier<Ground> ground, double width) {
        this.ground = ground;
        this.width = width;
        setField(this);
    }

    @Override
    public void draw(Object object, Graphics2D g, DrawInfo2D info) {
        var to = AffineTransform.getTranslateInstance(info.draw.x, info.draw.y);
        to.scale(info.draw.width / width, info.draw.width / width);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setStroke(new BasicStroke(1));
        for (var outline : ground.get().outlines()) {
            var shape = to.createTransformedShape(outline);
            g.setColor(Theme.STRIPE);
            g.fill(shape);
            g.setColor(Theme.GRID);
            g.draw(shape);
        }
    }
}
