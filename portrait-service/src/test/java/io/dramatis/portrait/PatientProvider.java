package io.dramatis.portrait;

import jakarta.enterprise.context.ApplicationScoped;

/** The same with all the time in the world: for tests that decide themselves when its calls end. */
@ApplicationScoped
class PatientProvider extends UnreliableProvider {

    @Override
    public String id() {
        return "patient";
    }
}
