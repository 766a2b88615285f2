package blocsim.api;

import blocsim.engine.OwnRule;
import blocsim.engine.Turn;

/** A rule that speaks in codes, as the engine asks it. */
record AskedRule(Rule rule, String name) implements OwnRule {
    static AskedRule of(Rule rule) {
        return new AskedRule(rule, rule.name());
    }

    @Override
    public void act(Turn turn) {
        for (var move : rule.moves(new Situation(turn), turn::uniform)) {
            lay(turn, move);
        }
    }

    private void lay(Turn turn, Move move) {
        var world = turn.world();
        int bloc = Codes.bloc(world, move.bloc());
        int state = Codes.state(world, move.state());
        if (move.date().toEpochDay() < turn.firstDay() || move.date().toEpochDay() >= turn.endDay()) {
            throw new IllegalArgumentException("the rule " + name + " moves " + move.state() + " on " + move.date()
                    + ", which is no day of the tick; give one from Situation.firstDay to lastDay");
        }
        int day = (int) move.date().toEpochDay();
        switch (move.kind()) {
            case ASK -> turn.ask(bloc, state, Codes.rung(world, bloc, move.status()), day);
            case WITHDRAW -> turn.withdraw(bloc, state, Codes.rung(world, bloc, move.status()), day);
            case APPROVE -> turn.approve(bloc, state, Codes.rung(world, bloc, move.status()), day);
            case LEAVE -> turn.leave(bloc, state, day);
            case EXPEL -> turn.expel(bloc, state, day);
        }
    }
}
