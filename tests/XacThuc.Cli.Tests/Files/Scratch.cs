using System.Diagnostics;
using System.Text;
using XacThuc.Cli.Files;
using Xunit;
namespace XacThuc.Cli.Tests.Files;

public sealed class Scratch
{
    [Fact]
    public void Speed()
    {
        var rows = string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"{i},Nguyễn Văn,Tư{i % 1000},Nam,02/01/1990,0200900{i:00000},06184\n"));
        var text = "STT,Họ,Tên,Giới tính,Ngày sinh,CCCD,Mã xã\n" + rows;
        var plain = "STT,Ghi chú,Họ tên,Giới tính,Ngày sinh,CCCD,Mã xã\n" + rows;
        foreach (var (name, bytes) in new (string, byte[])[] { ("plain", Encoding.UTF8.GetBytes(plain)), ("derived", Encoding.UTF8.GetBytes(text)), ("utf16", Encoding.Unicode.GetBytes(plain)), ("plain again", Encoding.UTF8.GetBytes(plain)) })
        {
            using var file = new GivenFile(bytes);
            var clock = Stopwatch.StartNew();
            using var table = file.Open(TableKind.Records);
            TestContext.Current.SendDiagnosticMessage($"{name}: {bytes.Length >> 20} MB in {clock.Elapsed.TotalMilliseconds} ms");
        }
    }
}
