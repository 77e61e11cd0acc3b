namespace XacThuc.Matching.Tests;

/// <summary>How much is made up: a mutant of the code is noticed with little or with nothing, and there are hundreds of them.</summary>
internal static class Effort
{
    private static readonly bool IsOfMutant = Environment.GetEnvironmentVariable("XACTHUC_MUTATE") is not null;

    /// <summary>So many, of which a mutant gets a twentieth.</summary>
    public static int Of(int whole) => IsOfMutant ? (whole + 19) / 20 : whole;
}
