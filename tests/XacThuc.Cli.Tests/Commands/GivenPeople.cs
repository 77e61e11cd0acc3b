using System.Text;

namespace XacThuc.Cli.Tests.Commands;

/// <summary>A small register and records of it, and large ones of any size; all people are made up.</summary>
internal static class GivenPeople
{
    public const string RegisterHeading = "personal_id,old_id,full_name,sex,date_of_birth,commune_code\n";

    public const string RecordsHeading = "record_id,full_name,sex,date_of_birth,id_number,commune_code\n";

    public const string Register = RegisterHeading +
        """
        020090000011,081234567,Nông Văn Bảo,Nam,1990-03-12,06268
        020190000022,,Vi Thị Hoa,Nữ,1990-07-01,06268
        020085000033,089876543,Hứa Đức Long,Nam,1985,06271
        020202000044,,Lương Minh Tú,Nam,2002-11,06271
        020303000055,,Triệu Thu Yến,Nữ,2003-12-31,06274

        """;

    public const string Records = RecordsHeading +
        """
        r1,NÔNG VĂN BẢO,nam,12/03/1990,020090000011,06268
        r2,Vi Thi Hoa,nu,1/7/1990,020190000022,06268
        r3,Hứa Đức Long,Nam,1985,089876543,06271
        r4,Lương Minh Tú,Nam,11/2002,,06271
        r5,Triệu Thu Yến,Nữ,31/13/2003,020303000055,06274
        r6,Triệu Thu Yến,Nam,31/12/2003,020303000055,06274
        r7,Nông Văn Bảo,Nam,12/03/1990,020090000012,

        """;

    /// <summary>What the contract says of <see cref="Records"/>.</summary>
    public const string Results =
        """
        record_id,status,name,sex,date_of_birth,id_number,reasons
        r1,matched,right,right,right,right,
        r2,mismatched,wrong,right,right,right,name.marks_missing
        r3,matched,right,right,right,right,id.old_number
        r4,unauthenticated,not_compared,not_compared,not_compared,missing,id.missing
        r5,invalid,right,right,unreadable,right,dob.unreadable
        r6,mismatched,right,wrong,right,right,sex.different;id.disagrees_with_sex
        r7,mismatched,not_compared,not_compared,not_compared,wrong,id.unknown

        """;

    private static readonly string[] Families =
        ["Nguyễn", "Nông", "Vi", "Hứa", "Lương", "Triệu", "Hoàng", "Trần", "Lê", "Sầm", "Dương", "Lành"];

    private static readonly string[] Middles = ["Văn", "Thị", "Đức", "Minh", "Thu", "Quang"];

    private static readonly string[] Givens =
        ["An", "Bảo", "Chi", "Dũng", "Hà", "Hoa", "Khoa", "Long", "Mai", "Oanh", "Phúc", "Sơn", "Tú", "Vân", "Yến"];

    /// <summary>People numbered from 0, each with a full date.</summary>
    public static string ManyInRegister(int people)
    {
        var text = new StringBuilder(RegisterHeading);
        for (var i = 0; i < people; i++)
            text.Append(Number(i)).Append(",,").Append(Name(i)).Append(',').Append(Sex(i)).Append(',')
                .Append(1930 + i % 70).Append('-').Append($"{1 + i % 12:00}-{1 + i / 12 % 28:00},06{200 + i % 100}\n");
        return text.ToString();
    }

    /// <summary>Records of the same people; every fourth has a wrong letter, sex, date or number.</summary>
    public static string ManyRecords(int people)
    {
        var text = new StringBuilder(RecordsHeading);
        for (var i = 0; i < people; i++)
        {
            var damage = i % 4 == 3 ? i / 4 % 4 : -1;
            text.Append(i).Append(',').Append(Name(i)).Append(damage == 0 ? "h" : "").Append(',')
                .Append(Sex(damage == 1 ? i + 1 : i)).Append(',')
                .Append($"{1 + i / 12 % 28:00}/{1 + i % 12:00}/").Append(1930 + i % 70 + (damage == 2 ? 1 : 0)).Append(',')
                .Append(Number(damage == 3 ? i + 900_000 : i)).Append(",06").Append(200 + i % 100).Append('\n');
        }

        return text.ToString();
    }

    private static string Number(int i) => $"020{i % 2}{(30 + i) % 70 + 30:00}{i:000000}";

    private static string Sex(int i) => i % 2 == 0 ? "Nam" : "Nữ";

    private static string Name(int i) =>
        $"{Families[i % Families.Length]} {Middles[i / 7 % Middles.Length]} {Givens[i / 3 % Givens.Length]}";
}
