using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Certificates.Hcert.Writing;

/// <summary>A certificate to be written, by the EU DCC schema 1.3.</summary>
/// <param name="Name">Whose.</param>
/// <param name="Born">The date of birth as far as it is known: <c>1979-04-14</c>, <c>1979-04</c>, <c>1979</c>, or empty.</param>
/// <param name="Entry">What it says.</param>
public sealed record Dcc(DccName Name, string Born, DccEntry Entry)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(Dcc);
}

/// <summary>A name, in Unicode NFC and as passports write it (ICAO Doc 9303-3, 6).</summary>
/// <param name="Family">The family name; in Vietnam the first word.</param>
/// <param name="Given">The other names.</param>
public sealed record DccName(string Family, string Given)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(DccName);

    /// <summary>A Vietnamese name in its own order: the family name first. Words stand one space apart, however they were typed.</summary>
    public static DccName OfVietnamese(string fullName)
    {
        var words = ComposedText.Of(fullName).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return new DccName(words.FirstOrDefault() ?? "", string.Join(' ', words.Skip(1)));
    }
}

/// <summary>What stands in every entry.</summary>
/// <param name="Disease">The disease, SNOMED CT: <c>840539006</c>.</param>
/// <param name="Country">Where, ISO 3166-1: <c>VN</c>.</param>
/// <param name="Issuer">Who says so.</param>
/// <param name="Id">The certificate's own id: <c>URN:UVCI:01:VN:…</c>.</param>
public sealed record DccIssued(string Disease, string Country, string Issuer, string Id);

/// <summary>What a certificate says: one vaccination, one test or one recovery.</summary>
public abstract record DccEntry
{
    private DccEntry(DccIssued issued) => Issued = issued;

    /// <summary>What stands in every entry.</summary>
    public DccIssued Issued { get; init; }

    /// <summary>The kind alone.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>A vaccination.</summary>
    /// <param name="Issued">What stands in every entry.</param>
    /// <param name="Prophylaxis">The kind of vaccine, SNOMED CT or ATC.</param>
    /// <param name="Product">The product, by the EU value set.</param>
    /// <param name="Holder">Who holds its authorization, by the EU value set.</param>
    /// <param name="Dose">Which dose, from 1.</param>
    /// <param name="Doses">Of how many.</param>
    /// <param name="GivenOn">When.</param>
    public sealed record Vaccination(DccIssued Issued, string Prophylaxis, string Product, string Holder, int Dose, int Doses, DateOnly GivenOn) : DccEntry(Issued);

    /// <summary>A test.</summary>
    /// <param name="Issued">What stands in every entry.</param>
    /// <param name="Type">The kind of test, LOINC.</param>
    /// <param name="Name">The name of a nucleic acid test; none for others.</param>
    /// <param name="Device">The device of a rapid antigen test, by the EU value set; none for others.</param>
    /// <param name="TakenAt">When the sample was taken.</param>
    /// <param name="Result">The result, SNOMED CT: <c>260415000</c> not detected, <c>260373001</c> detected.</param>
    /// <param name="Centre">Where it was made; none where it is not said.</param>
    public sealed record Test(DccIssued Issued, string Type, string? Name, string? Device, DateTimeOffset TakenAt, string Result, string? Centre) : DccEntry(Issued);

    /// <summary>A recovery.</summary>
    /// <param name="Issued">What stands in every entry.</param>
    /// <param name="FirstPositiveOn">When a test first found it.</param>
    /// <param name="From">From when it is good.</param>
    /// <param name="Until">Until when.</param>
    public sealed record Recovery(DccIssued Issued, DateOnly FirstPositiveOn, DateOnly From, DateOnly Until) : DccEntry(Issued);
}
