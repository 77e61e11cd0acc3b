namespace XacThuc.Matching.Weighing;

/// <summary>
/// At 0.99 officers stop to doubt. The model knows its own errors no better than it knows the damage, so that number has
/// to be earned: odds of three thousand to one. What falls short of that stays below 0.99, in its order.
/// </summary>
internal static class Caution
{
    private const double Doubt = 0.9895;
    private const double Sure = 0.99;
    private const double Earned = 0.9997;

    // Records whose damage is of a kind that the model hardly knows look as if they were nobody's, so it counts about
    // twice as many of those as there are. Below the doubt that is put right; above it stays on the careful side.
    private const double NobodyIsMeant = 0.5;

    /// <summary>The probability as it is told.</summary>
    /// <param name="probability">The model's.</param>
    /// <param name="nobody">The model's probability that the person was not found.</param>
    public static double Shown(double probability, double nobody) => probability switch
    {
        <= Doubt => Math.Min(Doubt, probability / (1 - nobody * (1 - NobodyIsMeant))),
        >= Earned => probability,
        _ => Doubt + (probability - Doubt) * (Sure - Doubt) / (Earned - Doubt),
    };
}
