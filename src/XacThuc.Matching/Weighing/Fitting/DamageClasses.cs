using XacThuc.Matching.Weighing.Levels;

namespace XacThuc.Matching.Weighing.Fitting;

/// <summary>
/// Damage does not fall on the fields independently: who mistypes a date rarely also mistypes the name, and a record
/// taken down in haste is wrong all over. So m is kept for eight latent classes of records, one for each set of number,
/// date and name that is damaged; within a class fields are independent. What the classes come to is fitted, not set.
/// </summary>
internal static class DamageClasses
{
    public const int Count = 8;

    private const int Number = 1;
    private const int Date = 2;
    private const int Name = 4;

    // m of a field that is well kept, and of one that is damaged, before anything was seen. Unknown weighs nothing.
    private static readonly double[][] Kept =
    [
        [.955, .02, .005, .002, .003, .001, .004, .002, .008, 1],
        [.96, .01, .005, .005, .002, .004, .004, .01],
        [.94, .015, .005, .005, .003, .007, .015, .01],
        [.955, .015, .005, .007, .003, .005, .004, .006],
        [.95, .004, .008, .006, .008, .004, .005, .008, .004, .003, 1],
        [.97, .03, 1],
        [.8, .1, .1, 1],
    ];

    private static readonly double[][] Damaged =
    [
        [.10, .02, .17, .08, .08, .04, .14, .07, .30, 1],
        [.70, .14, .02, .06, .01, .03, .01, .03],
        [.62, .15, .02, .05, .02, .03, .07, .04],
        [.66, .14, .03, .07, .02, .03, .01, .04],
        [.10, .10, .16, .12, .16, .09, .08, .10, .06, .03, 1],
        [.97, .03, 1],
        [.8, .1, .1, 1],
    ];

    private static readonly double[] Shares = [.06, .26, .26, .06, .22, .05, .05, .04];

    public static double[] ContextsBefore(EvidenceField field) => field switch
    {
        EvidenceField.Number => [.6, .3, .1],
        EvidenceField.FamilyName or EvidenceField.MiddleName or EvidenceField.GivenName => [.85, .07, .08],
        EvidenceField.Date => [.85, .07, .08],
        EvidenceField.Sex or EvidenceField.Commune => [1],
    };

    public static double ShareBefore(int damage) => Shares[damage];

    public static double[] Before(int damage, EvidenceField field) =>
        (field switch
        {
            EvidenceField.Number => (damage & Number) != 0,
            EvidenceField.Date => (damage & Date) != 0,
            EvidenceField.FamilyName or EvidenceField.MiddleName or EvidenceField.GivenName => (damage & Name) != 0,
            EvidenceField.Sex or EvidenceField.Commune => false,
        } ? Damaged : Kept)[(int)field];
}
