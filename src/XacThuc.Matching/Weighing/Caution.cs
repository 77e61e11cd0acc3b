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

    public static double Shown(double probability) => probability is <= Doubt or >= Earned
        ? probability
        : Doubt + (probability - Doubt) * (Sure - Doubt) / (Earned - Doubt);
}
