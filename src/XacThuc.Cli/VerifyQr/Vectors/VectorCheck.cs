namespace XacThuc.Cli.VerifyQr.Vectors;

/// <summary>One check of a vector.</summary>
/// <param name="Name">Its name in the vector: <c>EXPECTEDVERIFY</c>.</param>
/// <param name="Expected">What should come out.</param>
/// <param name="Actual">What came out.</param>
internal sealed record VectorCheck(string Name, bool Expected, bool Actual)
{
    /// <summary>Whether both are the same.</summary>
    public bool Agrees => Expected == Actual;
}
