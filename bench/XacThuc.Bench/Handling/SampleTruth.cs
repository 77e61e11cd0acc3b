using Sylvan.Data.Csv;

namespace XacThuc.Bench.Handling;

/// <summary>Somebody of the sample as their papers say it.</summary>
internal sealed record PaperPerson(string PersonalId, string FullName, string Sex, string DateOfBirth)
{
    public override string ToString() => nameof(PaperPerson);
}

/// <summary>Who each record of the sample really is about: for the papers people bring, and to check what was released.</summary>
internal sealed class SampleTruth
{
    private readonly Dictionary<string, string> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PaperPerson> _papers = new(StringComparer.Ordinal);

    public SampleTruth(string folder)
    {
        using (var truth = CsvDataReader.Create(Path.Combine(folder, "truth.csv")))
            while (truth.Read()) _people[truth.GetString(0)] = truth.GetString(1);
        using var register = CsvDataReader.Create(Path.Combine(folder, "register.csv"));
        while (register.Read())
        {
            var date = register.GetString(4).Split('-');
            Array.Reverse(date);
            _papers[register.GetString(0)] = new PaperPerson(register.GetString(0), register.GetString(2), register.GetString(3), string.Join('/', date));
        }
    }

    /// <summary>The personal id; empty where the register does not know the person.</summary>
    public string PersonOf(string record) => _people.GetValueOrDefault(record, "");

    /// <summary>What their papers say.</summary>
    public PaperPerson? FindPerson(string record) => _papers.GetValueOrDefault(PersonOf(record));
}
