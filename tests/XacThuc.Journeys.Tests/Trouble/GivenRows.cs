using System.Globalization;

namespace XacThuc.Journeys.Tests.Trouble;

/// <summary>Records to hand in: of one name and date, each with a number of its own.</summary>
internal static class GivenRows
{
    public const string Headings = "record_id,full_name,sex,date_of_birth,id_number,commune_code\n";

    public static string Of(int first, int count) => string.Concat(Enumerable.Range(first, count).Select(at =>
        string.Create(CultureInfo.InvariantCulture, $"r{at},Nông Văn Bảo,Nam,01/01/1990,{20_090_000_001 + at:000000000000},06226\n")));
}
