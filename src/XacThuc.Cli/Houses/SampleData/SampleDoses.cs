using System.Globalization;
using System.Text;

namespace XacThuc.Cli.Houses.SampleData;

/// <summary>
/// Doses of one commune's right records, as another program gives them out: what its station brings, and the committee signs, so that people get
/// certificates. The first of the sample's citizens is among them. Nobody has to be asked about: they are of age, and have one record each.
/// </summary>
internal static class SampleDoses
{
    private const int MostPeople = 200;
    private const int LastYearOfAge = 2003;
    private static readonly DateOnly FirstDay = new(2021, 8, 30);

    /// <summary>Writes the file where it is not there yet.</summary>
    /// <param name="folder">Where the sample's other files are.</param>
    /// <param name="citizen">The number of the citizen whose commune it is.</param>
    /// <returns>The file and its commune.</returns>
    public static (string File, string Commune) Write(string folder, string citizen)
    {
        var right = SampleRows.Of(folder, "truth.csv").Where(row => row[2] is "matched").Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
        var records = SampleRows.Of(folder, "records.csv").ToList();
        var once = records.CountBy(row => row[4], StringComparer.Ordinal).Where(number => number.Value == 1).Select(number => number.Key).ToHashSet(StringComparer.Ordinal);
        var commune = records.First(row => row[4].Equals(citizen, StringComparison.Ordinal))[5];
        var file = Path.Combine(folder, "doses.csv");
        if (File.Exists(file)) return (file, commune);

        var text = new StringBuilder("STT,Họ và tên,Giới tính,Ngày sinh,Số CCCD,Mã xã,Mũi,Tên vắc xin,Số lô,Ngày tiêm,Nơi tiêm\n");
        var (line, person) = (0, 0);
        foreach (var row in records.Where(row => row[5].Equals(commune, StringComparison.Ordinal) && right.Contains(row[0]) && once.Contains(row[4]) && IsOfAge(row[3])).Take(MostPeople))
        {
            var first = FirstDay.AddDays(person++ % 20);
            foreach (var (dose, day) in ((int, DateOnly)[])[(1, first), (2, first.AddDays(28))])
                text.Append(CultureInfo.InvariantCulture, $"{++line},{row[1]},{row[2]},{row[3]},{row[4]},{commune},{dose},Pfizer,FH{1000 + (person % 7) + dose},{day:dd/MM/yyyy},Trạm y tế\n");
        }

        File.WriteAllText(file + ".new", text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        File.Move(file + ".new", file);
        return (file, commune);
    }

    // The year stands last, or alone.
    private static bool IsOfAge(string born) => int.TryParse(born.AsSpan(Math.Max(0, born.Length - 4)), CultureInfo.InvariantCulture, out var year) && year <= LastYearOfAge;
}
