namespace XacThuc.Bench.Measuring;

/// <summary>Percentiles of figures that are sorted.</summary>
internal static class SortedFigures
{
    /// <summary>The figure below which a share of all lies.</summary>
    public static double At(this List<double> sorted, double share) => sorted[Math.Min((int)(sorted.Count * share), sorted.Count - 1)];
}
