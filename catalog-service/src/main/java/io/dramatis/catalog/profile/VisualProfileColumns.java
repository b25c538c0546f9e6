package io.dramatis.catalog.profile;

import io.dramatis.events.VisualProfile;
import jakarta.persistence.Embeddable;

/** A visual profile as columns of the row that owns it. */
@Embeddable
public class VisualProfileColumns {

    String race;
    String gender;
    String characterClass;
    String ageCategory;
    String build;
    String heightDescription;
    String facialExpression;
    String facialFeatures;
    String attire;
    String primaryWeapon;
    String distinguishingFeature;
    String backgroundSetting;
    String pose;
    String hair;
    String eyes;
    String skin;
    String outfitColors;
    String artStyle;

    /** @param profile in the form of {@link VisualProfiles#stored} */
    public static VisualProfileColumns of(VisualProfile profile) {
        VisualProfileColumns columns = new VisualProfileColumns();
        columns.race = profile.race();
        columns.gender = profile.gender();
        columns.characterClass = profile.characterClass();
        columns.ageCategory = profile.ageCategory();
        columns.build = profile.build();
        columns.heightDescription = profile.heightDescription();
        columns.facialExpression = profile.facialExpression();
        columns.facialFeatures = profile.facialFeatures();
        columns.attire = profile.attire();
        columns.primaryWeapon = profile.primaryWeapon();
        columns.distinguishingFeature = profile.distinguishingFeature();
        columns.backgroundSetting = profile.backgroundSetting();
        columns.pose = profile.pose();
        columns.hair = profile.hair();
        columns.eyes = profile.eyes();
        columns.skin = profile.skin();
        columns.outfitColors = profile.outfitColors();
        columns.artStyle = profile.artStyle();
        return columns;
    }

    public VisualProfile toProfile() {
        return new VisualProfile(
                race,
                gender,
                characterClass,
                ageCategory,
                build,
                heightDescription,
                facialExpression,
                facialFeatures,
                attire,
                primaryWeapon,
                distinguishingFeature,
                backgroundSetting,
                pose,
                hair,
                eyes,
                skin,
                outfitColors,
                artStyle);
    }
}
