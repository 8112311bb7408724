package terms
import ("testing";"os";"fmt";"avtalebok/agreement")
func TestDump(t *testing.T){
 f,_:=os.Create("/tmp/w6/forms.txt")
 for _,x:=range Default().All(){ for _,fo:=range agreement.Forms{ for _,w:=range x.In(fo){ for _,i:=range inflect(w,x.Class,fo){ fmt.Fprintf(f,"%s\t%s\t%d\t%s\n",fo,x.Bokmal.Lemma,i.slot,i.text)}}}}
 f.Close(); fmt.Println(len(Default().All()))
}
