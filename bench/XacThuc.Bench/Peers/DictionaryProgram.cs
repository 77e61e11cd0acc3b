using Sylvan.Data.Csv;

namespace XacThuc.Bench.Peers;

/// <summary>The program one writes first: a CSV library, a dictionary, strings, one thread.</summary>
internal static class DictionaryProgram
{
    private sealed record Person(string Name, string Sex, string Born);

    public static void Run(PeerFiles files)
    {
        var people = Load(files.Register);
        using var records = CsvDataReader.Create(files.Records);
        using var output = new StreamWriter(files.Out);
        output.WriteLine(WrittenForms.ResultHeading);
        while (records.Read())
        {
            output.Write(records.GetString(0));
            var number = WrittenForms.Number(records.GetString(4));
            if (number == 0)
            {
                output.WriteLine(",unauthenticated,not_compared,not_compared,not_compared,missing,");
                continue;
            }

            if (!people.TryGetValue(number, out var person))
            {
                output.WriteLine(",mismatched,not_compared,not_compared,not_compared,wrong,");
                continue;
            }

            var name = string.Equals(WrittenForms.Name(records.GetString(1)), person.Name, StringComparison.Ordinal);
            var sex = string.Equals(WrittenForms.Sex(records.GetString(2)), person.Sex, StringComparison.Ordinal);
            var born = string.Equals(WrittenForms.Date(records.GetString(3)), person.Born, StringComparison.Ordinal);
            output.Write(name && sex && born ? ",matched," : ",mismatched,");
            output.Write(WrittenForms.Verdict(name));
            output.Write(',');
            output.Write(WrittenForms.Verdict(sex));
            output.Write(',');
            output.Write(WrittenForms.Verdict(born));
            output.WriteLine(",right,");
        }
    }

    private static Dictionary<long, Person> Load(string path)
    {
        var people = new Dictionary<long, Person>();
        using var register = CsvDataReader.Create(path);
        while (register.Read())
            people[WrittenForms.Number(register.GetString(0))] = new Person(
                WrittenForms.Name(register.GetString(2)), WrittenForms.Sex(register.GetString(3)),
                WrittenForms.Date(register.GetString(4)));
        return people;
    }
}
