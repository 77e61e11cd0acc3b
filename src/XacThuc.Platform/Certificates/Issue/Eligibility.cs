using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using XacThuc.Certificates.Hcert.Writing;
using XacThuc.Matching;
using XacThuc.Platform.Vaccines;
using XacThuc.Platform.Vaccines.Schedules;

namespace XacThuc.Platform.Certificates.Issue;

/// <summary>What a certificate would say of somebody (5772/QĐ-BYT: eleven fields).</summary>
/// <param name="Basis">What it rests on.</param>
/// <param name="Disease">The disease, SNOMED CT.</param>
/// <param name="Product">The last dose's product.</param>
/// <param name="Dose">The last dose's number.</param>
/// <param name="Doses">Of how many: those of the primary series, or as many as were given after it.</param>
/// <param name="GivenOn">The last dose's day.</param>
internal sealed record Entitled(Basis Basis, string Disease, Product Product, int Dose, int Doses, DateOnly GivenOn)
{
    /// <summary>The date of birth as the schema has it: as much of it as is known.</summary>
    public string Born => Basis.Born is not { IsKnown: true } born ? ""
        : born.IsFull ? string.Create(CultureInfo.InvariantCulture, $"{born.Year:0000}-{born.Month:00}-{born.Day:00}")
        : born.Month > 0 ? string.Create(CultureInfo.InvariantCulture, $"{born.Year:0000}-{born.Month:00}")
        : born.Year.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>What it would say, as a hash.</summary>
    public byte[] Hash => SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Basis.FullName}|{Born}|{Disease}|{Product.Code}|{Dose}|{Doses}|{GivenOn:yyyy-MM-dd}")))[..16];

    /// <summary>What is signed.</summary>
    public Dcc ToDcc(string uvci) => new(DccName.OfVietnamese(Basis.FullName), Born, new DccEntry.Vaccination(
        new DccIssued(Disease, CertificateIssuer.Country, CertificateIssuer.Name, uvci), Product.Eu.Vaccine, Product.Eu.Product, Product.Eu.Manufacturer, Dose, Doses, GivenOn));

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(Entitled);
}

/// <summary>Whether somebody gets a certificate: identity authenticated, primary series complete, doses signed.</summary>
internal static class Eligibility
{
    // The schema has one digit for the number of a dose.
    private const int MostDoses = 9;

    /// <summary>What it would say, or why there is none.</summary>
    public static Entitled? Of(Basis basis, Schedule schedule, out WhyNot why)
    {
        why = default;
        if (basis.IsJoined) why = WhyNot.Joined;
        else if (!basis.IsUpToDate) why = WhyNot.NotAuthenticated;
        else if (basis.Status != RecordStatus.Matched) why = WhyNot.NotRight;
        if (why != default) return null;

        // A dose after the series that nobody signed yet does not take away what was signed before it.
        if (Complete(basis.Doses.Where(dose => dose.IsSigned), schedule) is { } signed) return Say(basis, schedule, signed);
        why = basis.Doses.Count == 0 ? WhyNot.NoDose
            : Complete(basis.Doses, schedule) is null ? WhyNot.NotComplete : WhyNot.NotSigned;
        return null;
    }

    private static (Series Series, int Primary)? Complete(IEnumerable<AnsweredDose> doses, Schedule schedule)
    {
        var series = schedule.SeriesOf([.. doses.Select(dose => dose.Given)]);
        return schedule.FindComplete(series) is { } primary ? (series, primary) : null;
    }

    private static Entitled Say(Basis basis, Schedule schedule, (Series Series, int Primary) complete)
    {
        var last = complete.Series.Last!.Value;
        var number = Math.Min(last.Number, MostDoses);
        return new Entitled(basis, schedule.Disease.Code, schedule.GetProduct(last.Product), number, Math.Max(number, complete.Primary), last.Day);
    }
}
