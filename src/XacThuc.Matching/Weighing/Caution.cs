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

    /// <summary>Whether a probability, as it is told, leaves no doubt.</summary>
    public static bool IsSure(double shown) => shown >= Sure;

    /// <summary>Whether no doubt would be left of a probability, as it is told, if its odds were so many times as high.</summary>
    public static bool StaysSure(double shown, double times) => IsSure(shown) && times * shown / Math.Max(1 - shown, 1e-15) >= Earned / (1 - Earned);

    /// <summary>The least that is told beside the likeliest: others a thousand times less likely only cost the officer time.</summary>
    public static double LeastBeside(double likeliest) => likeliest >= 0.999 ? 0.0001 : 0;

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
